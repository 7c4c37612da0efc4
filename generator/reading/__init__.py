"""Reading: YAML files with positions, laid over by translations, become the frozen course."""
