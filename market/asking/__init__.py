"""Asking providers: enquiries, answers and what people say afterwards."""
