// Command releasecheck fails a build if a release in use leaves support within a number of
// days from a date. It reads lines such as "portal v2.4" from standard input; releases.json
// says what the supplier released, and under which agreement.
//
//	go run ./examples/releasecheck -on 2026-11-21 -days 120 <examples/releasecheck/in-use.txt
//
// The date is a flag, so that repeating a build gives the same result. The exit status is 0
// if all releases are supported for that long; 1 if one is not, if one is unknown, or if
// nothing was read, since then nothing was checked; and 2 for wrong usage, which go run turns
// into 1.
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/portx"
)

//go:embed releases.json
var releases []byte

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stderr)) }

// run runs the program and returns its exit status.
func run(args []string, stdin io.Reader, stderr io.Writer) int {
	flags := flag.NewFlagSet("releasecheck", flag.ContinueOnError)
	flags.SetOutput(stderr)
	on := flags.String("on", "", "the `date` to check for, as 2006-01-02")
	days := flags.Int("days", 90, "how many days later a release must still be supported")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil { // flags has printed the error
		return 2
	}
	day, err := lastDay(*on, *days)
	if flags.NArg() > 0 {
		err = errors.Join(err, fmt.Errorf("%q: the releases in use come from standard input, not from arguments", flags.Arg(0)))
	}
	status := 2
	if err == nil {
		status = 1
		var inUse []byte
		if inUse, err = io.ReadAll(stdin); err == nil {
			err = check(string(inUse), day)
		}
	}
	if err == nil {
		return 0
	}
	fmt.Fprintln(stderr, err)
	return status
}

// lastDay returns the day on which releases must still be supported.
func lastDay(on string, days int) (calendar.Date, error) {
	var err error
	if days < 0 {
		err = fmt.Errorf("-days: %d is less than 0; write how many days later a release must still be supported", days)
	}
	if on == "" {
		return calendar.Date{}, errors.Join(errors.New("-on is missing; write the date to check for, as -on 2006-01-02"), err)
	}
	day, wrong := calendar.ParseDate(on)
	if wrong != nil {
		return day, errors.Join(fmt.Errorf("-on: %q %s", on, calendar.WhyNot(wrong)), err)
	}
	if err != nil {
		return day, err
	}
	if day, err = day.Plus(days, calendar.Days); err != nil {
		err = fmt.Errorf("-days: %w", err)
	}
	return day, err
}

// check returns an error with a line for each release in use that is unknown, or not
// supported on a day.
func check(inUse string, day calendar.Date) error {
	list, p, err := policy.ReadReleases(releases, []*policy.ReleasePolicy{portx.Releases()})
	if err != nil {
		return fmt.Errorf("releases.json: %w", err)
	}
	list.On = day
	answer, err := p.Answer(list)
	if err != nil {
		return fmt.Errorf("releases.json: %w", err)
	}
	number, checked := 0, 0
	for line := range strings.Lines(inUse) {
		number++
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		checked++
		if len(fields) != 2 {
			err = errors.Join(err, fmt.Errorf("line %d: %q: write a service and its release, such as portal v2.4", number, strings.TrimSpace(line)))
			continue
		}
		service, version := fields[0], strings.TrimPrefix(fields[1], "v")
		i := slices.IndexFunc(answer.Releases, func(r policy.ReleaseStatus) bool { return r.Version.String() == version })
		if i < 0 {
			err = errors.Join(err, fmt.Errorf("%s: %q is not in the supplier's list", service, version))
		} else if r := answer.Releases[i]; !r.Supported {
			err = errors.Join(err, fmt.Errorf("%s: %s is supported %v (%s), not on %v", service, version, r.Through, r.Clause, day))
		}
	}
	if checked == 0 {
		return errors.New("standard input: no release in use was read; write a service and its release on each line, such as portal v2.4")
	}
	return err
}
