package org.alongside.central;

import java.nio.file.Path;
import org.alongside.central.storage.DatabaseChoice;

class CentralServiceOnH2Test extends CentralServiceContract {
    @Override
    DatabaseChoice database(Path home) {
        return CentralConfig.embedded(home);
    }

    @Override
    DatabaseChoice emptyDatabase() {
        throw new IllegalStateException("a folder of its own is empty");
    }
}
