package ductus.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A call of Ductus as a document shows it.
 *
 * @param place file and line
 * @param words without the program's name, brackets of what may be left out, and comments
 * @param kind how it stands there
 */
public record DocumentedCommand(String place, List<String> words, Kind kind) {
  /** How a call stands in a document. */
  public enum Kind {
    /** In a block of code, to be called as it is. */
    CALL,
    /** In a sentence, where only its beginning may stand. */
    MENTION,
    /** In a sentence, without the program's name; it may be something else. */
    PERHAPS
  }

  private static final Pattern CALL = Pattern.compile("(?:\\./|bin/)?ductus +(.*)");
  private static final Pattern OPTIONS = Pattern.compile("(?:[a-z]+ .*)?--[a-z]");
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final Pattern WORD = Pattern.compile("\\s*((?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+)");
  private static final List<String> ENDS = List.of("|", "&&", ";", ">", "\\", "&");

  public DocumentedCommand {
    words = List.copyOf(words);
  }

  /** Whether all that must be there should be. */
  public boolean isWhole() {
    return kind == Kind.CALL;
  }

  /** Whether it surely is a call. */
  public boolean isNamed() {
    return kind != Kind.PERHAPS;
  }

  /** All documents of the project, in an order that stays. */
  public static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String name : List.of("README.md", "CONTRIBUTING.md", "corpora/README.md")) {
      documents.add(Path.of(name));
    }
    for (String folder : List.of("src/docs", "src/main/resources/ductus/models")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      }
    }
    return List.copyOf(documents);
  }

  /** The calls in a document, from its first line on. */
  public static List<DocumentedCommand> in(Path document) throws IOException {
    List<DocumentedCommand> found = new ArrayList<>();
    boolean fenced = false;
    int number = 0;
    for (String line : Files.readAllLines(document)) {
      number++;
      String place = String.format(Locale.ROOT, "%s:%d", document, number);
      if (line.startsWith("```")) {
        fenced = !fenced;
      } else if (fenced || line.startsWith("    ")) {
        add(found, place, line.strip(), Kind.CALL);
      } else {
        SPAN.matcher(line)
            .results()
            .map(span -> span.group(1))
            .forEach(span -> addSpan(found, place, span));
      }
    }
    return found;
  }

  /** Adds what stands between back quotes, if it may be a call or an option. */
  private static void addSpan(List<DocumentedCommand> found, String place, String span) {
    if (CALL.matcher(span).lookingAt()) {
      add(found, place, span, Kind.MENTION);
    } else if (OPTIONS.matcher(span).lookingAt()) {
      add(found, place, "ductus " + span, Kind.PERHAPS);
    }
  }

  /** Adds the call that a line is, and those behind its pipes. */
  private static void add(List<DocumentedCommand> found, String place, String line, Kind kind) {
    Matcher call = CALL.matcher(line);
    if (!call.lookingAt()) {
      return;
    }
    List<String> words = new ArrayList<>();
    List<String> all =
        WORD.matcher(call.group(1)).results().map((MatchResult word) -> word.group(1)).toList();
    int end = 0;
    while (end < all.size() && !ENDS.contains(all.get(end)) && !all.get(end).startsWith("#")) {
      String word = plain(all.get(end));
      if (!word.isEmpty()) {
        words.add(word);
      }
      end++;
    }
    found.add(new DocumentedCommand(place, words, kind));
    if (end + 1 < all.size() && ENDS.contains(all.get(end))) {
      add(found, place, String.join(" ", all.subList(end + 1, all.size())), kind);
    }
  }

  /** A word without quotes, brackets, dots and other choices: {@code [--of tunes|bars]}. */
  private static String plain(String word) {
    if (word.startsWith("\"") || word.startsWith("'")) {
      return word.substring(1, word.length() - 1);
    }
    String bare = word.replace("\"", "").replace("'", "").replaceAll("^\\[+|\\]+$", "");
    return bare.replaceAll("\\|.*", "").replaceAll("\\.\\.\\.$", "");
  }

  @Override
  public String toString() {
    return place + ": ductus " + String.join(" ", words);
  }
}
