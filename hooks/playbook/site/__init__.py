"""What is published: what pages print, diagrams, old addresses, policy. It may use every wing but the desk."""
