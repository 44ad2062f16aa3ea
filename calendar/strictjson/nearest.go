package strictjson

import "strings"

// Nearest returns the known name that is spelt most like s, for a mistake to suggest.
// The two may differ in case, and in one letter of every three of s (one is always
// allowed) that is left out, added, replaced or swapped with its neighbour. Of several
// names that are equally near, the first is returned. Nearest returns false if none is
// near enough, or if s is empty or has more than 40 bytes.
func Nearest(s string, known []string) (string, bool) {
	if s == "" || len(s) > maxShown {
		return "", false
	}
	s = strings.ToLower(s)
	best, least := "", max(1, len(s)/3)+1
	for _, k := range known {
		if len(k) > maxShown {
			continue
		}
		if d := distance(s, strings.ToLower(k)); d < least {
			best, least = k, d
		}
	}
	return best, best != ""
}

// distance returns how many bytes must be left out, added, replaced or swapped
// with their neighbour to turn a into b.
func distance(a, b string) int {
	row, last, before := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
