"""What is published: what pages print, map, old addresses, fingerprint, policy. It may use every wing but the desk."""
