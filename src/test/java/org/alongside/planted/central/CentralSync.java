package org.alongside.planted.central;

import org.alongside.planted.sync.SyncState;

/// Offends 6: the service sees more of sync than its messages.
public class CentralSync {
    public SyncState state;
}
