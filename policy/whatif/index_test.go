package whatif_test

import (
	"slices"
	"testing"

	"github.com/slaclock/slaclock/policy/whatif"
)

// numbers are the numbers from one to another, that included.
func numbers(from, through int) []int {
	var all []int
	for n := from; n <= through; n++ {
		all = append(all, n)
	}
	return all
}

// TestMatches: rows that stand in other places are found all the same, and without a
// square of work: each row is asked a few times what it is matched by, however many
// there are.
func TestMatches(t *testing.T) {
	const n = 4000
	backwards := numbers(1, n)
	slices.Reverse(backwards)
	for _, c := range []struct {
		name          string
		before, after []int
		differ        int
	}{
		{"alike", numbers(1, n), numbers(1, n), 0},
		{"one more at the beginning", numbers(1, n), numbers(0, n), 1},
		{"one less at the beginning", numbers(1, n), numbers(2, n), 1},
		{"one more at the end", numbers(1, n), numbers(1, n+1), 1},
		{"backwards", numbers(1, n), backwards, 0},
		{"all others", numbers(1, n), numbers(n+1, 2*n), 2 * n},
		{"none", numbers(1, n), nil, n},
	} {
		differ, asked := whatif.Matches(c.before, c.after)
		// Each row once to be looked for, once more where it stands as a rule, once for
		// the table, and once where it differs.
		if most := 4 * (len(c.before) + len(c.after)); differ != c.differ || asked > most {
			t.Errorf("%s: %d differ, want %d; the rows were asked %d times, want %d at most", c.name, differ, c.differ, asked, most)
		}
	}
}
