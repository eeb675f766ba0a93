import ductus.api.LetterRequest;
import ductus.api.Scribe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A letter for each row of a CSV file: {@code java LettersFromCsv.java guests.csv letter.txt out}.
 * The first row names the columns; {@code {name}} in the letter's text stands for what the row has
 * in the column {@code name}. Without quotes or commas within a field, to keep it short.
 */
public final class LettersFromCsv {
  private LettersFromCsv() {}

  public static void main(String[] arguments) throws Exception {
    List<String> rows = Files.readAllLines(Path.of(arguments[0]));
    String template = Files.readString(Path.of(arguments[1]));
    Path folder = Path.of(arguments[2]);
    String[] columns = rows.get(0).split(",", -1);
    Scribe scribe = Scribe.hand("italic");
    for (int row = 1; row < rows.size(); row++) {
      String[] fields = rows.get(row).split(",", -1);
      String text = template;
      for (int i = 0; i < columns.length; i++) {
        text = text.replace("{" + columns[i] + "}", fields[i]);
      }
      // A seed a row: no two letters have the same a.
      LetterRequest request = LetterRequest.of(text, row).onPaper("a6").withInk("sepia");
      Path file = folder.resolve("letter-" + row + ".pdf");
      scribe.write(request).write(file);
      System.out.println(file);
    }
  }
}
