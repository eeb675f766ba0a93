package ductus.task;

import java.util.List;
import java.util.Map;

/**
 * What is found about a model or a piece of data, or what came of making something, for people and
 * for programs.
 *
 * @param json a record or a map that becomes a JSON object
 * @param text for people, in lines; may be empty
 * @param warnings of what may not be as it was wanted
 * @param notes beside the result, such as which files were written
 */
public record Report(Object json, String text, List<String> warnings, List<String> notes) {
  /** A report that says nothing. */
  public static final Report NONE = new Report(Map.of(), "");

  public Report {
    warnings = List.copyOf(warnings);
    notes = List.copyOf(notes);
  }

  /** Creates a report without warnings and notes. */
  public Report(Object json, String text) {
    this(json, text, List.of(), List.of());
  }
}
