"""Loading a network folder: all of it, or nothing and one line for each fault."""

from tenants.network_loading.faults import Fault, NetworkFaults
from tenants.network_loading.loading import LoadReport, load_folder, load_zip

__all__ = ["Fault", "LoadReport", "NetworkFaults", "load_folder", "load_zip"]
