"""What people see on a screen; Rich measures, folds and colours it."""
