"""allauth: addresses, second steps, other organisations' accounts, sessions."""

MODELS = {
    "account.EmailAddress": {"personal": "user email verified primary", "other": "id"},
    "account.EmailConfirmation": {"personal": "email_address created sent", "secret": "key", "other": "id"},
    "mfa.Authenticator": {"personal": "user type created_at last_used_at", "secret": "data", "other": "id"},
    "socialaccount.SocialAccount": {
        "personal": "user provider uid last_login date_joined extra_data",
        "other": "id",
    },
    "socialaccount.SocialApp": {"other": "id provider provider_id name client_id secret key settings"},
    "socialaccount.SocialToken": {"personal": "account expires_at", "secret": "token token_secret", "other": "id app"},
    "usersessions.UserSession": {
        "personal": "user created_at ip last_seen_at user_agent data",
        "secret": "session_key",
        "other": "id",
    },
}
