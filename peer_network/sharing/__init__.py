"""Files that members share: rotas, job adverts, policies. Cleaned, scanned, and read by a moderator first."""
