package ductus.cluster;

import java.io.Serializable;

/**
 * A request to look through a folder of music or ink.
 *
 * @param folder an absolute path or an address such as {@code hdfs://host/folder}, of storage that
 *     all machines see
 * @param name what the user calls it; the names of its files begin with that
 * @param named most duplicates, and most left-out files, that are named; all are counted
 */
public record SurveyRequest(String folder, String name, int named) implements Serializable {
  private static final long serialVersionUID = 1L;
}
