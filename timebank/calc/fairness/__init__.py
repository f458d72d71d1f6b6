"""Fair shares: who is entitled to how much of the help, and how equally it has been received. No Django here."""
