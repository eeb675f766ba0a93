package ductus.ink.page;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.page.Page.PlacedWord;
import ductus.ink.page.Page.Rule;
import ductus.picture.SvgDocument;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages as JSON, for further use: paper, printed rules, and the strokes of each word of each line.
 * Lengths are mm with three decimals, the origin is the lower left corner of the paper, y is up.
 *
 * <pre>{@code
 * {"format": "ductus-page", "version": 1, "title": "...", "pages": [
 *   {"paper": "a6", "width": 105, "height": 148, "rules": [[0, 20, 105, 20]], "lines": [
 *     {"baseline": 120, "words": [{"text": "Hi", "strokes": [[[12, 120], [12.1, 124]]]}]}]}]}
 * }</pre>
 */
public final class PageJson {
  /** Name of the format in a file. */
  public static final String FORMAT = "ductus-page";

  private static final int VERSION = 1;
  private static final int MOST_MEGABYTES = 256;
  private static final String WHAT = "a page of Ductus";

  private PageJson() {}

  private record Content(String format, int version, @Nullable String title, List<Sheet> pages) {}

  private record Sheet(
      @Nullable String paper,
      double width,
      double height,
      @Nullable List<List<Double>> rules,
      List<Line> lines) {}

  private record Line(double baseline, List<Word> words) {}

  private record Word(@Nullable String text, List<List<List<Double>>> strokes) {}

  /**
   * Pages that were read.
   *
   * @param title of all of them
   */
  public record Pages(String title, List<Page> pages) {
    public Pages {
      pages = List.copyOf(pages);
    }
  }

  /** Whether a file says that it holds pages. */
  public static boolean isPages(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (JsonReader json = new JsonReader(Files.newBufferedReader(path))) {
      json.beginObject();
      return json.nextName().equals("format") && json.nextString().equals(FORMAT);
    } catch (IOException | IllegalStateException other) {
      return false;
    }
  }

  /** Writes pages as JSON; the same pages give the same bytes. */
  public static byte[] bytes(List<Page> pages, String title) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject().name("format").value(FORMAT).name("version").value(VERSION);
      json.name("title").value(title).name("pages").beginArray();
      for (Page page : pages) {
        write(page, json);
      }
      json.endArray().endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Page page, JsonWriter json) throws IOException {
    json.beginObject().name("paper").value(page.paper().name());
    json.name("width").value(number(page.paper().width()));
    json.name("height").value(number(page.paper().height()));
    json.name("rules").beginArray();
    for (Rule rule : page.rules()) {
      json.beginArray().value(number(rule.x1())).value(number(rule.y1()));
      json.value(number(rule.x2())).value(number(rule.y2())).endArray();
    }
    json.endArray().name("lines").beginArray();
    for (PlacedLine line : page.lines()) {
      json.beginObject().name("baseline").value(number(line.baseline()));
      json.name("words").beginArray();
      for (PlacedWord word : line.words()) {
        write(word, json);
      }
      json.endArray().endObject();
    }
    json.endArray().endObject();
  }

  private static void write(PlacedWord word, JsonWriter json) throws IOException {
    json.beginObject().name("text").value(word.text()).name("strokes").beginArray();
    for (Stroke stroke : word.strokes()) {
      json.beginArray();
      for (PenPoint point : stroke.points()) {
        json.beginArray().value(number(point.x())).value(number(point.y())).endArray();
      }
      json.endArray();
    }
    json.endArray().endObject();
  }

  private static BigDecimal number(double length) {
    return new BigDecimal(SvgDocument.number(length));
  }

  /**
   * Reads pages from a file.
   *
   * @throws BadFileException if the file is not of this format
   */
  public static Pages read(Path path) throws BadFileException, IOException {
    Content content = JsonFile.read(path, Content.class, WHAT, MOST_MEGABYTES);
    if (!FORMAT.equals(content.format) || content.version != VERSION) {
      throw new BadFileException(
          path,
          "not %s: format must be \"%s\", version %d, but was \"%s\", version %d"
              .formatted(WHAT, FORMAT, VERSION, content.format, content.version));
    }
    if (content.pages.isEmpty()) {
      throw new BadFileException(path, "must hold a page but holds none");
    }
    List<Page> pages = new ArrayList<>();
    for (Sheet sheet : content.pages) {
      try {
        pages.add(page(pages.size() + 1, sheet));
      } catch (IllegalArgumentException bad) {
        throw new BadFileException(path, "page " + (pages.size() + 1) + ": " + bad.getMessage());
      }
    }
    return new Pages(content.title == null ? "" : content.title, pages);
  }

  private static Page page(int number, Sheet sheet) {
    String name = sheet.paper == null ? "" : sheet.paper;
    List<Rule> rules = new ArrayList<>();
    if (sheet.rules != null) {
      for (List<Double> rule : sheet.rules) {
        requireSize("a rule", 4, rule);
        rules.add(new Rule(rule.get(0), rule.get(1), rule.get(2), rule.get(3)));
      }
    }
    List<PlacedLine> lines = new ArrayList<>();
    for (Line line : sheet.lines) {
      List<PlacedWord> words = new ArrayList<>();
      for (Word word : line.words) {
        words.add(new PlacedWord(word.text == null ? "" : word.text, strokes(word)));
      }
      lines.add(new PlacedLine(line.baseline, words));
    }
    return new Page(number, new Paper(name, sheet.width, sheet.height), rules, lines);
  }

  private static List<Stroke> strokes(Word word) {
    return word.strokes.stream()
        .map(stroke -> new Stroke(stroke.stream().map(PageJson::point).toList()))
        .toList();
  }

  private static PenPoint point(List<Double> numbers) {
    requireSize("a point", 2, numbers);
    return PenPoint.at(numbers.get(0), numbers.get(1));
  }

  private static void requireSize(String what, int size, List<Double> numbers) {
    if (numbers.size() != size) {
      throw new IllegalArgumentException(
          "%s must have %d numbers but has %d".formatted(what, size, numbers.size()));
    }
  }
}
