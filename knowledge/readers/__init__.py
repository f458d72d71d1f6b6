"""What readers say of resources: "we used this", and whether it helped."""
