package org.alongside.planted.caseload;

import java.net.HttpURLConnection;

/// Offends 3: HTTP by the old door.
public class CaseloadFetch {
    public HttpURLConnection connection;
}
