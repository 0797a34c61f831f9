package org.alongside.ui.print;

import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.printing.PDFPageable;

/// The system's own printers. Where there is `lp` (CUPS: Linux, macOS) the paper goes to it through a
/// pipe, since Java's way would lay it into a clear temporary file first; elsewhere through Java's.
public final class SystemPrinters implements Printers {
    private static final List<Path> LP =
            List.of(Path.of("/usr/bin/lp"), Path.of("/bin/lp"), Path.of("/usr/local/bin/lp"));
    private static final long PATIENCE_SECONDS = 60;

    private final Optional<Path> lp;

    public SystemPrinters() {
        this(LP.stream().filter(Files::isExecutable).findFirst());
    }

    SystemPrinters(Optional<Path> lp) {
        this.lp = lp;
    }

    @Override
    public List<String> names() {
        var names = new ArrayList<String>();
        PrintService usual = PrintServiceLookup.lookupDefaultPrintService();
        if (usual != null) {
            names.add(usual.getName());
        }
        for (PrintService service : PrintServiceLookup.lookupPrintServices(null, null)) {
            if (!names.contains(service.getName())) {
                names.add(service.getName());
            }
        }
        return names;
    }

    @Override
    public void print(String printer, byte[] pdf) throws Refused {
        if (lp.isPresent()) {
            pipe(lp.get(), printer, pdf);
        } else {
            draw(printer, pdf);
        }
    }

    private static void pipe(Path lp, String printer, byte[] pdf) throws Refused {
        try {
            Process process = new ProcessBuilder(lp.toString(), "-s", "-d", printer, "-t", JOB)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var in = process.getOutputStream()) {
                in.write(pdf);
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Refused("print-silent");
            }
            if (process.exitValue() != 0) {
                throw new Refused("print-refused");
            }
        } catch (IOException e) {
            throw new Refused("print-refused");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("print-interrupted");
        }
    }

    private static void draw(String printer, byte[] pdf) throws Refused {
        PrintService service = Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null))
                .filter(one -> one.getName().equals(printer))
                .findFirst()
                .orElseThrow(() -> new Refused("print-gone"));
        try (var document = Loader.loadPDF(pdf)) {
            PrinterJob job = PrinterJob.getPrinterJob();
            job.setPrintService(service);
            job.setJobName(JOB);
            job.setPageable(new PDFPageable(document));
            job.print();
        } catch (PrinterException | IOException e) {
            throw new Refused("print-refused");
        }
    }
}
