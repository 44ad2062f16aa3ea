// Command releasecheck fails a build while a release is in use that leaves support
// within some days of a date. It reads lines such as "portal v2.4" from standard input;
// releases.json says what the supplier released, and under which agreement.
//
//	go run ./examples/releasecheck -on 2026-11-21 -days 120 <examples/releasecheck/in-use.txt
//
// The date is a flag, so that a build that is run again gives the same result.
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/portx"
)

//go:embed releases.json
var releases []byte

func main() {
	on := flag.String("on", "", "the `date` to check for")
	days := flag.Int("days", 90, "how many days later a release must still be supported")
	flag.Parse()
	inUse, err := io.ReadAll(os.Stdin)
	if err = errors.Join(err, check(string(inUse), *on, *days)); err != nil {
		log.Fatal(err) // exit status 1
	}
}

func check(inUse, on string, days int) error {
	list, p, err := policy.ReadReleases(releases, []*policy.ReleasePolicy{portx.Releases()})
	day, err2 := calendar.ParseDate(on)
	day, err3 := day.Plus(days, calendar.Days)
	if err := errors.Join(err, err2, err3); err != nil {
		return err
	}
	list.On = day
	answer, err := p.Answer(list)
	for line := range strings.Lines(inUse) {
		service, version, _ := strings.Cut(strings.TrimSpace(line), " ")
		version = strings.TrimLeft(version, " v")
		i := slices.IndexFunc(answer.Releases, func(r policy.ReleaseStatus) bool { return r.Version.String() == version })
		if i < 0 {
			err = errors.Join(err, fmt.Errorf("%s: %q is not in the supplier's list", service, version))
		} else if r := answer.Releases[i]; !r.Supported {
			err = errors.Join(err, fmt.Errorf("%s: %s is supported %v (%s), not on %v", service, version, r.Through, r.Clause, day))
		}
	}
	return err
}
