package ductus.cluster;

import java.io.Serializable;

/**
 * What a command on a cluster came to.
 *
 * @param command which one
 * @param status its exit status
 * @param out its standard output; of a long one the end
 * @param err its standard error; of a long one the end
 * @param machine the machine that ran it
 */
public record ClusterOutcome(
    ClusterCommand command, int status, String out, String err, String machine)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
