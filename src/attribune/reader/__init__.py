"""Text to numbers: the network, its windows, and the lattice that turns its scores into labels."""
