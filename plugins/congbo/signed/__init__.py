"""Records that somebody signed: statements, receipts and the genesis, their exact bytes, and the signatures of SSH."""
