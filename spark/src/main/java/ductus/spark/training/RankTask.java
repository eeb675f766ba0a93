package ductus.spark.training;

import com.google.gson.Gson;
import ductus.cluster.SharedTraining;
import ductus.file.BadFileException;
import ductus.run.RunFolder;
import ductus.train.DivergenceException;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.BarrierTaskContext;
import org.apache.spark.SparkEnv;
import scala.Function1;
import scala.collection.Iterator;
import scala.collection.Iterator$;

/**
 * One rank of a training run, as a barrier task. A failure that would come again is an outcome;
 * what is thrown, such as the loss of a peer, ends the job, and the next one goes on from the last
 * checkpoint.
 *
 * @param folder of the run, which all machines see; the first rank writes into it
 * @param resume whether to go on from its checkpoint
 * @param driver address of the {@link ReportReceiver}
 */
record RankTask(SharedTraining training, String folder, boolean resume, String driver)
    implements Function1<Iterator<Integer>, Iterator<RankOutcome>>, Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<RankOutcome> apply(Iterator<Integer> nothing) {
    try {
      return Iterator$.MODULE$.single(run(BarrierTaskContext.get()));
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the task was told to end", e);
    }
  }

  private RankOutcome run(BarrierTaskContext context) throws IOException, InterruptedException {
    String host = host();
    Mailbox mailbox = new Mailbox();
    try (RankTransport wire = new RankTransport(host, host, mailbox)) {
      PreparedReplica prepared = PreparedReplica.of(training);
      List<Readiness> all = Readiness.exchange(prepared.readiness(wire.address()), context);
      String obstacle = Readiness.obstacle(all);
      if (obstacle != null) {
        return new RankOutcome(null, obstacle, true);
      }
      try (RankConnections peers =
          RankConnections.connect(wire, mailbox, context.partitionId(), all)) {
        RankOutcome outcome = train(prepared.replica(), context, peers, wire);
        if (outcome.failure() == null) {
          // Who is done first would be lost to the others.
          context.barrier();
        }
        return outcome;
      }
    }
  }

  private static String host() {
    return SparkEnv.get().blockManager().blockManagerId().host();
  }

  private RankOutcome train(
      SharedTraining.Replica replica,
      BarrierTaskContext context,
      RankConnections peers,
      RankTransport wire)
      throws IOException, InterruptedException {
    try {
      TrainingProgress progress = run(replica, context, peers, wire);
      // Who fails behind the last exchange, while it writes, is missed here.
      peers.peers().sum(new double[0]);
      return new RankOutcome(new Gson().toJson(progress), null, false);
    } catch (UncheckedIOException lost) {
      if (lost.getCause() instanceof PeerLeftException left) {
        return new RankOutcome(null, String.valueOf(left.getMessage()), false);
      }
      throw lost;
    } catch (BadFileException
        | DivergenceException
        | IOException
        | IllegalArgumentException wrong) {
      String reason = String.format(Locale.ROOT, "%s: %s", host(), wrong.getMessage());
      peers.leave(reason);
      return new RankOutcome(null, reason, true);
    }
  }

  private TrainingProgress run(
      SharedTraining.Replica replica,
      BarrierTaskContext context,
      RankConnections peers,
      RankTransport wire)
      throws BadFileException, DivergenceException, IOException, InterruptedException {
    if (context.partitionId() > 0) {
      try (RankScratchFolder scratch = RankScratchFolder.copyOf(Path.of(folder));
          RunFolder own = RunFolder.open(scratch.folder())) {
        return replica.run(
            own, resume, context.cpus(), TrainingListener.NONE, () -> false, peers.peers());
      }
    }
    Files.createDirectories(Path.of(folder));
    try (RunFolder shared = RunFolder.open(Path.of(folder));
        ReportSender line = new ReportSender(wire.connect(driver))) {
      return replica.run(shared, resume, context.cpus(), line, line, peers.peers());
    }
  }
}
