import ductus.api.HandwritingReader;
import ductus.file.BadFileException;
import java.nio.file.Path;

/**
 * Reads files of ink, and marks the words of which the reader is not sure: {@code java
 * InkToText.java page.inkml note.xopp}.
 */
public final class InkToText {
  private static final double SURE = 0.5;

  private InkToText() {}

  public static void main(String[] files) throws Exception {
    HandwritingReader reader = HandwritingReader.usual();
    for (String file : files) {
      try {
        for (HandwritingReader.Line line : reader.read(Path.of(file))) {
          StringBuilder text = new StringBuilder();
          for (HandwritingReader.Word word : line.words()) {
            text.append(text.length() == 0 ? "" : " ").append(word.text());
            text.append(word.confidence() < SURE ? "(?)" : "");
          }
          System.out.println(text);
        }
      } catch (BadFileException unreadable) {
        // The path, the place and the reason; the others are read all the same.
        System.err.println(unreadable.getMessage());
      }
    }
  }
}
