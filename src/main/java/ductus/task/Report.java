package ductus.task;

import java.util.Map;

/**
 * What is found about a model or a piece of data, for people and for programs.
 *
 * @param json a record or a map that becomes a JSON object
 * @param text for people, in lines; may be empty
 */
public record Report(Object json, String text) {
  /** Nothing to say. */
  public static final Report NONE = new Report(Map.of(), "");
}
