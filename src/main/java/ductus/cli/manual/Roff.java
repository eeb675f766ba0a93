package ductus.cli.manual;

import java.util.Locale;

/** Text for {@code man}: the macros of man(7), and no character that they would take for one. */
final class Roff {
  private final StringBuilder page = new StringBuilder();

  /** A line with a macro and its arguments. */
  Roff macro(String name, String... arguments) {
    page.append('.').append(name);
    for (String argument : arguments) {
      page.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
    }
    page.append('\n');
    return this;
  }

  /** A line of text. */
  Roff text(String text) {
    String line = escaped(text);
    // At the beginning of a line these two are commands.
    page.append(line.startsWith(".") || line.startsWith("'") ? "\\&" : "").append(line);
    page.append('\n');
    return this;
  }

  /** A line of what is typed, as it stands. */
  Roff typed(String text) {
    return macro("nf").text(text).macro("fi");
  }

  /** Text in bold, to be put into a line that is {@link #raw}. */
  static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  /** Text in italics, as above. */
  static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  /** A line that is roff already. */
  Roff raw(String line) {
    page.append(line).append('\n');
    return this;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            each -> {
              switch (each) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                case '\n' -> escaped.append(' ');
                default -> {
                  if (each < 128) {
                    escaped.append((char) each);
                  } else {
                    escaped.append(String.format(Locale.ROOT, "\\[u%04X]", each));
                  }
                }
              }
            });
    return escaped.toString();
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
