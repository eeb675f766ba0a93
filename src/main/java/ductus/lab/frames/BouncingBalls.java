package ductus.lab.frames;

import ductus.math.Randomness;
import ductus.model.signal.SignalSequence;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Balls of radius 1.2 in a box of 10 × 10 that bounce off its walls and off each other, all of one
 * mass (Sutskever, Hinton and Taylor 2008). A pixel is exp(−(d/r)⁸) for a ball whose center is d
 * away, and 1 at most.
 */
final class BouncingBalls implements FrameSource {
  private static final double SIDE = 10;
  private static final double RADIUS = 1.2;

  /** Length of all balls' velocities together, a frame. */
  private static final double SPEED = 0.5;

  /** Steps of the mechanics in a frame. */
  private static final int SUBSTEPS = 2;

  private static final long HELD_OUT = 20_080_008;

  private final int balls;
  private final int resolution;
  private final int steps;

  /**
   * A film.
   *
   * @param balls 1 to 6
   * @param resolution pixels of a side
   * @param steps frames of a sequence, 2 or more
   */
  BouncingBalls(int balls, int resolution, int steps) {
    if (balls < 1 || balls > 6 || resolution < 4 || resolution > 64 || steps < 2) {
      throw new IllegalArgumentException(
          "balls must be 1 to 6, the resolution 4 to 64 and steps 2 or more but were %d, %d and %d"
              .formatted(balls, resolution, steps));
    }
    this.balls = balls;
    this.resolution = resolution;
    this.steps = steps;
  }

  @Override
  public String name() {
    return "balls";
  }

  @Override
  public int rows() {
    return resolution;
  }

  @Override
  public int columns() {
    return resolution;
  }

  @Override
  public int steps() {
    return steps;
  }

  @Override
  public List<SignalSequence> heldOut(int count) {
    RandomGenerator random = Randomness.of(HELD_OUT);
    return Stream.generate(() -> draw(random)).limit(count).toList();
  }

  @Override
  public SignalSequence draw(RandomGenerator random) {
    double[][] places = places(random);
    double[][] velocities = velocities(random);
    int size = resolution * resolution;
    float[] frames = new float[steps * size];
    for (int t = 0; t < steps; t++) {
      paint(places, frames, t * size);
      for (int i = 0; i < SUBSTEPS; i++) {
        move(places, velocities);
      }
    }
    return FrameSource.sequence(frames, size);
  }

  /** Centers within the box, no ball in another. */
  double[][] places(RandomGenerator random) {
    double[][] places = new double[balls][2];
    for (int placed = 0; placed < balls; ) {
      for (int axis = 0; axis < 2; axis++) {
        places[placed][axis] = RADIUS + (SIDE - 2 * RADIUS) * random.nextDouble();
      }
      boolean free = true;
      for (int other = 0; other < placed; other++) {
        free &= distance(places[placed], places[other]) >= 2 * RADIUS;
      }
      // Balls in the way of each other begin anew, or the last may find no place.
      placed = free ? placed + 1 : 0;
    }
    return places;
  }

  /** The first velocities of the balls, in every direction alike. */
  double[][] velocities(RandomGenerator random) {
    double[][] velocities = new double[balls][2];
    double squares = 0;
    for (double[] velocity : velocities) {
      for (int axis = 0; axis < 2; axis++) {
        velocity[axis] = random.nextGaussian();
        squares += velocity[axis] * velocity[axis];
      }
    }
    for (double[] velocity : velocities) {
      velocity[0] *= SPEED / Math.sqrt(squares);
      velocity[1] *= SPEED / Math.sqrt(squares);
    }
    return velocities;
  }

  /** A step of the mechanics; balls that touch exchange their velocities along their centers. */
  static void move(double[][] places, double[][] velocities) {
    for (int i = 0; i < places.length; i++) {
      for (int axis = 0; axis < 2; axis++) {
        places[i][axis] += velocities[i][axis] / SUBSTEPS;
        if (places[i][axis] < RADIUS) {
          velocities[i][axis] = Math.abs(velocities[i][axis]);
        } else if (places[i][axis] > SIDE - RADIUS) {
          velocities[i][axis] = -Math.abs(velocities[i][axis]);
        }
      }
    }
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < i; j++) {
        double distance = distance(places[i], places[j]);
        if (distance < 2 * RADIUS) {
          collide(places[i], places[j], distance, velocities[i], velocities[j]);
        }
      }
    }
  }

  private static void collide(
      double[] place, double[] other, double distance, double[] velocity, double[] otherVelocity) {
    double x = (place[0] - other[0]) / distance;
    double y = (place[1] - other[1]) / distance;
    double along = x * velocity[0] + y * velocity[1];
    double otherAlong = x * otherVelocity[0] + y * otherVelocity[1];
    double change = otherAlong - along;
    velocity[0] += x * change;
    velocity[1] += y * change;
    otherVelocity[0] -= x * change;
    otherVelocity[1] -= y * change;
  }

  private static double distance(double[] a, double[] b) {
    return StrictMath.hypot(a[0] - b[0], a[1] - b[1]);
  }

  private void paint(double[][] places, float[] frames, int at) {
    for (int row = 0; row < resolution; row++) {
      double y = (row + 0.5) * SIDE / resolution;
      for (int column = 0; column < resolution; column++) {
        double x = (column + 0.5) * SIDE / resolution;
        double light = 0;
        for (double[] place : places) {
          double dx = (x - place[0]) / RADIUS;
          double dy = (y - place[1]) / RADIUS;
          double square = dx * dx + dy * dy;
          light += StrictMath.exp(-square * square * square * square);
        }
        frames[at + row * resolution + column] = (float) Math.min(1, light);
      }
    }
  }
}
