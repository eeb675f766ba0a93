package ductus.spark;

import ductus.spark.local.LocalCluster;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A master and two workers as processes of this machine, for all tests of a run that ask for a
 * {@link LocalCluster}. They are stopped at the end, also where the tests are interrupted; where
 * they are killed, the next run does it.
 */
public final class TestCluster implements BeforeAllCallback, ParameterResolver {
  private static final int WORKERS = 2;
  private static final int MEGABYTES = 1024;

  /** The project's folder as the programs on the cluster and this one see it. */
  static final Path HOME =
      Path.of(System.getProperty("ductus.home", ".."), "target", "spark-test").toAbsolutePath();

  @Override
  public void beforeAll(ExtensionContext test) throws Exception {
    running(test);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == LocalCluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return running(test).cluster;
  }

  private static Running running(ExtensionContext test) {
    return test.getRoot()
        .getStore(Namespace.create(TestCluster.class))
        .computeIfAbsent(Running.class, key -> new Running(), Running.class);
  }

  /** Where Spark's jars are: {@code ./ductus spark setup} puts them there. */
  public static Path sparkHome() {
    return Path.of(System.getProperty("ductus.spark.home", "../target/spark")).toAbsolutePath();
  }

  /** The cluster, for as long as there are tests. */
  private static final class Running implements AutoCloseable {
    private final LocalCluster cluster;
    private final Thread hook = new Thread(this::stop);

    Running() {
      System.setProperty("ductus.home", HOME.toString());
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        cluster = LocalCluster.start(sparkHome(), LocalCluster.folder(HOME), 0, WORKERS, MEGABYTES);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      Runtime.getRuntime().removeShutdownHook(hook);
      stop();
    }

    private void stop() {
      try {
        LocalCluster.stop(LocalCluster.folder(HOME));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
