"""What people see: the frame, one folder for each menu heading, and the shared helpers in `ui`."""
