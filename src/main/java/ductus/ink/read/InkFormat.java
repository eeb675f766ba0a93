package ductus.ink.read;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.page.PageJson;
import ductus.ink.read.source.InkSource;
import ductus.ink.read.unipen.UnipenReader;
import ductus.ink.read.xml.IamReader;
import ductus.ink.read.xml.InkMlReader;
import ductus.ink.read.xml.SvgReader;
import ductus.ink.read.xml.XmlTree;
import ductus.ink.read.xml.XournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The formats of ink that are read, told apart by how their content begins. */
public enum InkFormat {
  IAM("IAM-OnDB XML"),
  INKML("InkML"),
  XOURNAL("Xournal++"),
  SVG("SVG"),
  LINE_FONT("SVG font"),
  UNIPEN("UNIPEN"),
  UJI("UJI Pen Characters"),
  OMNIGLOT("Omniglot"),
  QUICK_DRAW("Quick, Draw! ndjson"),
  INK_JSON("Ductus ink"),
  PAGE_JSON("Ductus page"),
  HAND("Ductus hand");

  /**
   * Length of the beginning that tells every format: a drawing's points may come before its name.
   */
  private static final int BEGINNING = 1 << 18;

  private static final Set<InkFormat> WITH_LINES =
      EnumSet.of(IAM, INKML, XOURNAL, UNIPEN, INK_JSON);

  private static final Pattern GLYPH = Pattern.compile("<([A-Za-z]+:)?glyph\\s");
  private static final Pattern UJI_LINE = Pattern.compile("(?m)^\\.COMMENT Class #\\d+: \\[");
  private static final Pattern OMNIGLOT_LINES =
      Pattern.compile("\\ASTART\\s+(-?[0-9.]+,-?[0-9.]+,[0-9.]+\\s|BREAK\\s)");
  private static final Pattern UNIPEN_LINE =
      Pattern.compile(
          "(?mi)^\\.(PEN_DOWN|PEN_UP|SEGMENT|COORD|HIERARCHY)\\b|^\\.INCLUDE\\s+[^\"<\\s]");
  private static final Pattern DRAWING = Pattern.compile("\"drawing\"\\s*:");
  private static final Pattern OWN = Pattern.compile("\"format\"\\s*:\\s*\"(ductus-[a-z]+)\"");

  private final String label;

  InkFormat(String label) {
    this.label = label;
  }

  /** The name of the format, for people. */
  public String label() {
    return label;
  }

  /** The names of all formats, for people. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(InkFormat::label).toList();
  }

  /** Whether a file begins like ink of a known format. */
  public static boolean isInk(Path file) {
    return begins(file, format -> true);
  }

  /** Whether a file begins like an SVG picture. */
  public static boolean isSvg(Path file) {
    return begins(file, SVG::equals);
  }

  /** Whether a file begins like ink of a format that knows what lines say. */
  public static boolean holdsLines(Path file) {
    return begins(file, InkFormat::holdsLines);
  }

  private static boolean begins(Path file, Predicate<InkFormat> like) {
    try {
      return of(InkSource.beginning(file, BEGINNING)).filter(like).isPresent();
    } catch (BadFileException | IOException e) {
      return false;
    }
  }

  /** Whether ink of this format knows what lines say. */
  public boolean holdsLines() {
    return WITH_LINES.contains(this);
  }

  /**
   * Tells the format of some content; empty if it is none that is known.
   *
   * @throws BadFileException if it is XML and broken before its first element
   */
  static Optional<InkFormat> of(InkSource source) throws BadFileException {
    if (source.isArchive()) {
      return Optional.empty();
    }
    String beginning = source.text(BEGINNING).stripLeading();
    if (beginning.startsWith("<")) {
      return ofRoot(XmlTree.rootName(source), beginning);
    }
    if (beginning.startsWith("{")) {
      return ofJson(beginning);
    }
    return ofText(beginning);
  }

  private static Optional<InkFormat> ofText(String beginning) {
    if (OMNIGLOT_LINES.matcher(beginning).find()) {
      return Optional.of(OMNIGLOT);
    }
    if (UNIPEN_LINE.matcher(beginning).find()) {
      return Optional.of(UJI_LINE.matcher(beginning).find() ? UJI : UNIPEN);
    }
    return Optional.empty();
  }

  private static Optional<InkFormat> ofRoot(String name, String beginning) {
    return switch (name) {
      case IamReader.ROOT -> Optional.of(IAM);
      case InkMlReader.ROOT -> Optional.of(INKML);
      case XournalReader.ROOT -> Optional.of(XOURNAL);
      case SvgReader.ROOT -> Optional.of(GLYPH.matcher(beginning).find() ? LINE_FONT : SVG);
      default -> Optional.empty();
    };
  }

  private static Optional<InkFormat> ofJson(String beginning) {
    Matcher own = OWN.matcher(beginning);
    if (own.find()) {
      return switch (own.group(1)) {
        case InkJson.FORMAT -> Optional.of(INK_JSON);
        case PageJson.FORMAT -> Optional.of(PAGE_JSON);
        case HandReader.FORMAT -> Optional.of(HAND);
        default -> Optional.empty();
      };
    }
    return Optional.of(QUICK_DRAW).filter(drawing -> DRAWING.matcher(beginning).find());
  }

  /** Whether ink of this format has its baseline at y = 0 and an x-height of 1. */
  public boolean isPrepared() {
    return this == HAND;
  }

  /** Reads content of this format: one piece or more. */
  List<Handwriting> read(InkSource source) throws BadFileException, IOException {
    return switch (this) {
      case IAM -> IamReader.read(source);
      case INKML -> InkMlReader.read(source);
      case XOURNAL -> XournalReader.read(source);
      case SVG -> SvgReader.read(source);
      case LINE_FONT -> LineFont.read(source.path()).characters();
      case UNIPEN -> UnipenReader.read(source);
      case UJI -> UjiReader.read(source.path());
      case OMNIGLOT -> List.of(OmniglotReader.readFile(source.path()));
      case QUICK_DRAW -> QuickDrawReader.read(source);
      case INK_JSON -> InkJson.read(source);
      case PAGE_JSON -> PageReader.read(source);
      case HAND -> HandReader.read(source.path());
    };
  }
}
