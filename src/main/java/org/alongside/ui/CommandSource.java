package org.alongside.ui;

import java.util.ArrayList;
import java.util.List;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;

/// Finds commands and places by their words; `>` narrows to them. Without anything typed it lists them
/// all, so that the palette is also the list of what can be done.
final class CommandSource implements SearchSource {
    private final Commands commands;

    CommandSource(Commands commands) {
        this.commands = commands;
    }

    @Override
    public List<SearchResult> find(String text) {
        String asked = TypedText.folded(text.startsWith(">") ? text.substring(1) : text);
        var found = new ArrayList<SearchResult>();
        for (Command command : commands.all()) {
            if (command.enabledProperty().get() && matches(TypedText.folded(command.text()), asked)) {
                found.add(new SearchResult(
                        command.text(), "", Texts.of("ui.kind-command"), command.keyText(), command::run));
            }
        }
        return found;
    }

    private static boolean matches(String words, String asked) {
        for (String part : asked.split(" ")) {
            if (!words.contains(part)) {
                return false;
            }
        }
        return true;
    }
}
