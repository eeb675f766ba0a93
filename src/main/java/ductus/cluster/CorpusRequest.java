package ductus.cluster;

import java.io.Serializable;

/**
 * A request to make a sharded corpus of a folder.
 *
 * @param folder an absolute path or an address such as {@code hdfs://host/folder}, of storage that
 *     all machines see
 * @param encoding of the pieces
 * @param out where the corpus goes, like the folder
 * @param program version of Ductus, for the manifest
 */
public record CorpusRequest(String folder, String encoding, String out, String program)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
