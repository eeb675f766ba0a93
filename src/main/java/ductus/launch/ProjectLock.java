package ductus.launch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Keeps two launchers from building at once: a folder with the number of its owner's process. */
final class ProjectLock {
  /** Seconds that a lock may be without an owner: it is just being taken. */
  private static final int MOST_SECONDS_UNOWNED = 5;

  private final Path folder;

  private ProjectLock(Path folder) {
    this.folder = folder;
  }

  /** What is done while a lock is held. */
  @FunctionalInterface
  interface Work {
    void run() throws LaunchFailure, IOException, InterruptedException;
  }

  /**
   * Works while nobody else does; waits while the lock's owner lives.
   *
   * @throws LaunchFailure if the lock's folder cannot be written
   */
  static void hold(Path target, String name, Work work)
      throws LaunchFailure, IOException, InterruptedException {
    ProjectLock lock = take(target, name);
    try {
      work.run();
    } finally {
      ProjectFolder.delete(lock.folder);
    }
  }

  private static ProjectLock take(Path target, String name)
      throws LaunchFailure, InterruptedException {
    Path folder = target.resolve(name);
    try {
      Files.createDirectories(target);
      for (int waited = 0; !isMade(folder); waited++) {
        Optional<Long> owner = owner(folder);
        if (owner.isPresent() ? !lives(owner.get()) : waited >= MOST_SECONDS_UNOWNED) {
          ProjectFolder.delete(folder);
          continue;
        }
        if (owner.isPresent() && waited == 0) {
          Launcher.say(
              String.format(
                  Locale.ROOT,
                  "waiting for another ductus (process %d) that is at work ...",
                  owner.get()));
        }
        TimeUnit.SECONDS.sleep(1);
      }
      Files.writeString(folder.resolve("owner"), ProcessHandle.current().pid() + "\n");
    } catch (IOException e) {
      throw LaunchFailure.failed("cannot write to " + target);
    }
    return new ProjectLock(folder);
  }

  private static boolean isMade(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static Optional<Long> owner(Path folder) {
    try {
      return Optional.of(Long.valueOf(Files.readString(folder.resolve("owner")).strip()));
    } catch (IOException | NumberFormatException notYet) {
      return Optional.empty();
    }
  }

  private static boolean lives(long process) {
    return ProcessHandle.of(process).isPresent();
  }
}
