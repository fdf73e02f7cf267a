"""Click commands: talk to a person, nothing else."""
