package org.alongside.testing;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.app.DesktopWindow;
import org.alongside.kernel.Json;
import org.alongside.tool.Commands;
import org.alongside.tool.Face;
import org.alongside.tool.Invocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One child process that runs one command after another, each as [org.alongside.Main] would: for the many steps of
/// a story, of which a process each would cost most of the time. What halts a process has one of its own.
public final class Console implements AutoCloseable {
    private final Path err;
    private final Process process;
    private final BufferedReader answers;

    private Console(Path folder) {
        err = folder.resolve("console-err");
        try {
            process = new ProcessBuilder(Program.command("client", List.of(), Console.class.getName()))
                    .redirectError(err.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    static Console start(Path folder) {
        return new Console(folder);
    }

    Program.Ended run(Object... arguments) {
        ObjectNode question = Json.object();
        Stream.of(arguments).map(Object::toString).forEach(question.putArray("arguments")::add);
        try {
            var out = process.getOutputStream();
            out.write((Json.line(question) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            String line = answers.readLine();
            if (line == null) {
                throw new AssertionError("the console ended\n" + err());
            }
            JsonNode answer = Json.parseObject(line, "answer");
            return new Program.Ended(
                    answer.path("exit").intValue(),
                    answer.path("out").stringValue(),
                    answer.path("err").stringValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the process itself wrote, its log among it.
    public String err() {
        return new String(Folders.bytes(err), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Answers each line `{"arguments":[…]}` with `{"exit","out","err"}`.
    public static void main(String[] none) throws IOException {
        var answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            var invocation = new Invocation(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));
            String[] arguments = Json.parseObject(line, "question")
                    .path("arguments")
                    .valueStream()
                    .map(JsonNode::stringValue)
                    .toArray(String[]::new);
            int exit = new Face(invocation, Commands.all(invocation, new DesktopWindow())).run(arguments);
            ObjectNode answer = Json.object();
            answer.put("exit", exit);
            answer.put("out", out.toString(StandardCharsets.UTF_8));
            answer.put("err", err.toString(StandardCharsets.UTF_8));
            answers.println(Json.line(answer));
        }
    }
}
