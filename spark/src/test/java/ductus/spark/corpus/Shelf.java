package ductus.spark.corpus;

import java.net.URI;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Files of this machine under another scheme, {@code shelf:/folder}, as a store has its own. */
public final class Shelf extends RawLocalFileSystem {
  @Override
  public URI getUri() {
    return URI.create("shelf:///");
  }
}
