"""The network's picture: who helped whom, fair shares over time, topics short of help, areas that are quiet."""
