package lifecycle_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// A vendorFile has a project's releases, the ends that it published, and what
// its policy gives as a rule.
type vendorFile struct {
	Params struct {
		Phases map[string][]vendorCase `json:"phases"`
	} `json:"params"`
	Deviations []struct {
		Version, Phase, Published, Rule string
	} `json:"deviations"`
	Releases []struct {
		Version, Released string
		EOL               any            `json:"eol"`
		Phases            map[string]any `json:"phases"`
		Rule              map[string]any `json:"rule"`
	} `json:"releases"`
}

type vendorCase struct {
	When struct {
		From string `json:"released_from"`
	} `json:"when"`
	End *struct {
		Anchor string
		N      int
		Add    map[string]int
	} `json:"end"`
}

// TestVendors_Reproduced computes the ends of Go, Python and Fedora by the rules
// of these projects. Each must be what the file says that the rule gives, and may
// differ from what was published only where the file lists it.
func TestVendors_Reproduced(t *testing.T) {
	dir := os.Getenv("SLACLOCK_DATA")
	if dir == "" {
		t.Skip("SLACLOCK_DATA does not name the folder of the published dates")
	}
	for _, tt := range []struct {
		product      string
		ends, open   int // how many ends are dates, and how many wait
		same, listed int // of the published dates: equal, listed as different
	}{
		{"go", 16, 2, 15, 1},
		{"fedora", 42, 2, 25, 17},
		{"python", 20, 0, 7, 13},
	} {
		t.Run(tt.product, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(dir, "lifecycle", tt.product+".json"))
			if err != nil {
				t.Fatal(err)
			}
			var file vendorFile
			if err := json.Unmarshal(data, &file); err != nil {
				t.Fatal(err)
			}
			var releases []lifecycle.Release
			for _, r := range file.Releases {
				releases = append(releases, lifecycle.Release{Version: parse(t, r.Version), Released: day(t, r.Released)})
			}
			got := tt
			got.ends, got.open, got.same, got.listed = 0, 0, 0, 0
			for phase, cases := range file.Params.Phases {
				rule := lifecycle.Rule{Support: vendorEnd(t, cases)}
				answers, err := rule.Ask(releases, day(t, "2026-08-22"))
				if err != nil || len(answers) != len(releases) {
					t.Fatalf("%d of %d answers, %v", len(answers), len(releases), err)
				}
				for i, r := range file.Releases {
					through := answers[i].Through
					if through.Kind != lifecycle.Known {
						if want := map[bool]any{true: "pending", false: nil}[through.WaitsFor != ""]; r.Rule[phase] != want {
							t.Errorf("%s %s is %v; want %v", r.Version, phase, through, r.Rule[phase])
						}
						if through.WaitsFor != "" {
							got.open++
						}
						continue
					}
					got.ends++
					if through.Through.String() != r.Rule[phase] {
						t.Errorf("%s %s is %v; want %v", r.Version, phase, through, r.Rule[phase])
					}
					published := r.EOL
					if phase != "eol" {
						published = r.Phases[phase]
					}
					switch {
					case published == through.Through.String():
						got.same++
					case deviates(file, r.Version, phase, published, through.Through):
						got.listed++
					default:
						t.Errorf("%s %s was published as %v and is %v, which the file does not list", r.Version, phase, published, through)
					}
				}
			}
			if got != tt {
				t.Errorf("got %+v; want %+v", got, tt)
			}
		})
	}
}

// vendorEnd turns the file's rule into ours.
func vendorEnd(t *testing.T, cases []vendorCase) lifecycle.End {
	var all lifecycle.Cases
	var before calendar.Date
	for _, c := range cases { // the first that fits counts, the latest dates first
		our := lifecycle.Case{Before: before, End: lifecycle.Unending{}}
		if c.When.From != "" {
			our.From = day(t, c.When.From)
			before = our.From
		}
		if c.End != nil {
			var anchor lifecycle.End = lifecycle.Own{}
			if c.End.Anchor == "successor" {
				anchor = lifecycle.Successor{N: c.End.N}
			}
			our.End = lifecycle.Plus{Of: lifecycle.Plus{Of: anchor, N: c.End.Add["months"], Unit: calendar.Months}, N: c.End.Add["weeks"], Unit: calendar.Weeks}
		}
		all = append(all, our)
	}
	return all
}

func deviates(file vendorFile, version, phase string, published any, rule calendar.Date) bool {
	for _, d := range file.Deviations {
		if d.Version == version && d.Phase == phase && d.Published == published && d.Rule == rule.String() {
			return true
		}
	}
	return false
}
