"""Loading a network folder: all of it, or nothing and one line for each fault.

load_folder(Path("tenants/networks/south_west"), by=user)
"""

from typing import Any

from tenants.network_loading.faults import Fault, NetworkFaults

__all__ = ["Fault", "NetworkFaults", "load_file", "load_folder"]


def load_folder(*args: Any, **options: Any) -> Any:
    """See `tenants.network_loading.loading.load_folder`."""
    from tenants.network_loading import loading  # its models can't be imported while applications are loading

    return loading.load_folder(*args, **options)


def load_file(*args: Any, **options: Any) -> Any:
    """See `tenants.network_loading.loading.load_file`."""
    from tenants.network_loading import loading

    return loading.load_file(*args, **options)
