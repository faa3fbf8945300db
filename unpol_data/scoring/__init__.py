"""What do the answers amount to? Numbers in, numbers out; see docs/method.md."""
