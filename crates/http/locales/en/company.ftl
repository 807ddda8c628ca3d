# User Management, company and profile.
