"""The expertise time bank: hours of practical support between areas."""
