package org.alongside.tool;

import picocli.CommandLine.IVersionProvider;

/// The program's version, as the jar's manifest has it.
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Alongside " + words()};
    }

    public static String words() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "0.1" : version;
    }
}
