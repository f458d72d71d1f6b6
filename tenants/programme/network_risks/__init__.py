"""The board's pages of the network's own risks and issues: everybody with the board reads, the network manager acts."""
