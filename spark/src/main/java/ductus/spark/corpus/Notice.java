package ductus.spark.corpus;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Serializable;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A line about a file that is not in the corpus.
 *
 * @param path of the file, from the folder on
 * @param text why, or of what it is a duplicate
 */
public record Notice(String path, String text) implements Comparable<Notice>, Serializable {
  private static final long serialVersionUID = 1L;
  private static final Gson LINE = new GsonBuilder().disableHtmlEscaping().create();

  @Override
  public int compareTo(Notice other) {
    int byPath = path.compareTo(other.path);
    return byPath == 0 ? text.compareTo(other.text) : byPath;
  }

  /** Writes it as a line of JSON. */
  public void write(Writer to) throws IOException {
    to.write(LINE.toJson(this));
    to.write('\n');
  }

  /** Writes it with the names that are right in a file for people. */
  void write(Writer to, String folder, String textName) throws IOException {
    to.write("{\"path\":" + LINE.toJson(whole(folder, path)));
    to.write(",\"" + textName + "\":" + LINE.toJson(text) + "}\n");
  }

  /** The notice of such a line. */
  public static Notice of(String line) {
    return LINE.fromJson(line, Notice.class);
  }

  /** The path of a file of a folder. */
  public static String whole(String folder, String path) {
    return path.isEmpty() ? folder : folder.endsWith("/") ? folder + path : folder + "/" + path;
  }

  /** The notices of a file of lines. */
  static List<Notice> read(BufferedReader from) throws IOException {
    List<Notice> notices = new ArrayList<>();
    for (String line = from.readLine(); line != null; line = from.readLine()) {
      notices.add(of(line));
    }
    return notices;
  }

  /** The path and the other value of a line for people. */
  static Map.Entry<String, String> readable(String line, String textName) {
    Map<?, ?> fields = LINE.fromJson(line, Map.class);
    return Map.entry(String.valueOf(fields.get("path")), String.valueOf(fields.get(textName)));
  }
}
