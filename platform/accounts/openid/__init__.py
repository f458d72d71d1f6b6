"""Signing in with another organisation's account: NHS login, NHS CIS2, GOV.UK One Login, or any OpenID provider.

Which ones is configuration (`docs/operations/sign-in.md`); why it is done like this is decision 13.
"""
