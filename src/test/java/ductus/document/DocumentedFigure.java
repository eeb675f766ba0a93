package ductus.document;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of {@code figures.tsv}: figures, or a picture, that a document says a command makes.
 *
 * @param document where it is said
 * @param said a part of a line of it, with each figure or picture in braces
 * @param commands what makes it, with {@code ;} between commands that need one another and {@code
 *     OUT} for a folder of their own; a dash where it is not made again
 * @param made what is printed, with {@code #} for each figure, {@code …} for anything and a blank
 *     for any white space; or {@code @} and the file that is the picture; or why it is not made
 */
record DocumentedFigure(Path document, String said, String commands, String made) {
  private static final Path TABLE = Path.of("src/test/resources/ductus/document/figures.tsv");
  private static final Pattern BRACED = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern NUMBER = Pattern.compile("[-−]?[\\d,]*\\.?\\d+");

  /** Zeros from which on a figure is taken for a rounded one: 690,000 weights. */
  private static final int ROUND = 4;

  static List<DocumentedFigure> all() throws IOException {
    List<DocumentedFigure> rows = new ArrayList<>();
    for (String line : Files.readAllLines(TABLE)) {
      if (!line.startsWith("#")) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 4) {
          throw new IOException(TABLE + ": a row must have four columns: " + line);
        }
        rows.add(new DocumentedFigure(Path.of(columns[0]), columns[1], columns[2], columns[3]));
      }
    }
    return rows;
  }

  /** What stands in the document. */
  String sentence() {
    return BRACED.matcher(said).replaceAll(match -> Matcher.quoteReplacement(match.group(1)));
  }

  /** The figures that are said, as they are written. */
  List<String> figures() {
    return BRACED.matcher(said).results().map(match -> match.group(1)).toList();
  }

  boolean isMadeAgain() {
    return !commands.equals("-");
  }

  boolean isPicture() {
    return made.startsWith("@");
  }

  /** The picture that the document shows. */
  Path picture() {
    Path folder = Objects.requireNonNullElse(document.getParent(), Path.of(""));
    return folder.resolve(figures().get(0)).normalize();
  }

  /** Numbers of the lines where the sentence stands. */
  List<Integer> lines() throws IOException {
    List<String> all = Files.readAllLines(document);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).contains(sentence())) {
        numbers.add(i + 1);
      }
    }
    return numbers;
  }

  /** How many figures {@link #made} reads. */
  int read() {
    return (int) made.chars().filter(c -> c == '#').count();
  }

  /** The figures in what was printed; nothing where it does not say them. */
  Optional<List<String>> found(String printed) {
    StringBuilder pattern = new StringBuilder();
    for (String part : made.replaceAll(" *… *", "…").split("(?<=[#… ])|(?=[#… ])", -1)) {
      pattern.append(
          switch (part) {
            case "#" -> "([-−]?[\\d,]*\\.?\\d+)";
            case "…" -> "(?s:.*?)";
            case " " -> "\\s+";
            default -> Pattern.quote(part);
          });
    }
    Matcher matcher = Pattern.compile(pattern.toString()).matcher(printed);
    return matcher.find() ? Optional.of(groups(matcher.toMatchResult())) : Optional.empty();
  }

  private static List<String> groups(MatchResult match) {
    List<String> groups = new ArrayList<>();
    for (int i = 1; i <= match.groupCount(); i++) {
      groups.add(match.group(i));
    }
    return groups;
  }

  /** Whether a figure that was made is the one that is said, to the digits that are said. */
  static boolean agree(String said, String made) {
    if (!NUMBER.matcher(said).matches() || !NUMBER.matcher(made).matches()) {
      return said.equals(made);
    }
    BigDecimal wanted = number(said);
    BigDecimal found = number(made);
    int zeros = -wanted.stripTrailingZeros().scale();
    int scale = wanted.scale() == 0 && zeros >= ROUND ? -zeros : wanted.scale();
    // What was printed is rounded already: a half may have come from either side.
    return wanted.compareTo(found.setScale(scale, RoundingMode.HALF_UP)) == 0
        || wanted.compareTo(found.setScale(scale, RoundingMode.HALF_DOWN)) == 0;
  }

  private static BigDecimal number(String figure) {
    return new BigDecimal(figure.replace(",", "").replace('−', '-'));
  }

  @Override
  public String toString() {
    return document + ": " + sentence();
  }
}
