package ductus.cluster;

import java.io.Serializable;
import java.util.List;

/**
 * A command line of Ductus for some machine of a cluster.
 *
 * <p>Paths among the arguments must be absolute and of a file system that all machines see. If its
 * machine is lost the command starts again, so its arguments should make that right ({@code
 * --resume} where it trains). It gets the cores of its place ({@code --threads}) unless it says
 * otherwise.
 *
 * @param name what the user knows it by, unique among the commands of a job
 * @param arguments as after {@code ductus} on the command line
 */
public record ClusterCommand(String name, List<String> arguments) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Checked.
   *
   * @throws IllegalArgumentException if there are no arguments
   */
  public ClusterCommand {
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException("command " + name + " must have arguments but had none");
    }
    arguments = List.copyOf(arguments);
  }
}
