package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// holidaysCommand prints the holidays of a region.
func holidaysCommand() command {
	c := command{
		name:  "holidays",
		usage: "-region CODE -from YEAR [-to YEAR] [-list LIST] [-estimated] [-format csv|json]",
		about: "list the holidays of a region: each day off, its name, and the actual date of the holiday",
	}
	c.run = func(p *program, args []string) int {
		flags := p.flags(c.name)
		q := new(holidayQuestion)
		q.define(flags)
		if status, ok := p.parse(flags, args, c.help); !ok {
			return status
		}
		if err := q.check(flags.Args()); err != nil {
			return p.wrong("holidays: " + err.Error())
		}
		if err := q.reach(); err != nil {
			return p.failed(err)
		}
		if err := q.write(p.stdout); err != nil {
			return p.failed(err)
		}
		return exitDone
	}
	return c
}

// A holidayQuestion is what the flags of the holidays command ask for.
type holidayQuestion struct {
	region   calendar.Region
	from, to int // years
	format   *format
}

func (q *holidayQuestion) define(flags *flag.FlagSet) {
	flags.StringVar(&q.region.Code, "region", "", "the region's `CODE` in ISO 3166, such as US, US-MD, DE-BY or GB-ENG")
	flags.StringVar(&q.region.List, "list", "", "which `LIST` of holidays, where a region has several: state-closings or statutory for US-MD")
	flags.BoolVar(&q.region.Estimated, "estimated", false, "include years whose dates are only estimated")
	flags.Func("from", "the first `YEAR`", yearVar(&q.from))
	flags.Func("to", "the last `YEAR` (default the first one)", yearVar(&q.to))
	q.format = formatFlag(flags, formatCSV, formatJSON, formatTable) // a table is CSV here
}

// yearVar returns the function that sets a year by a flag. A year has four digits: 26 is
// unlikely to mean a year of antiquity.
func yearVar(year *int) func(string) error {
	return func(s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || len(s) != 4 {
			return errors.New("write a year of four digits, such as 2026")
		}
		*year = n
		return nil
	}
}

// check says what is wrong with the flags and arguments.
func (q *holidayQuestion) check(args []string) error {
	if q.to == 0 {
		q.to = q.from
	}
	switch {
	case len(args) > 0:
		return fmt.Errorf("%q is one argument too many", args[0])
	case q.region.Code == "":
		return errors.New("name a region, such as -region US-MD; known are " + strings.Join(calendar.Regions(), ", "))
	case q.from == 0:
		return errors.New("name the first year, such as -from 2026")
	case q.to < q.from:
		return fmt.Errorf("-to %d is before -from %d", q.to, q.from)
	}
	_, err := q.region.Reach()
	return err
}

// reach returns an error that says how far the data reaches, if that is not far enough.
func (q *holidayQuestion) reach() error {
	for _, year := range []int{q.from, q.to} {
		if _, err := q.region.Holidays(year); err != nil {
			return err
		}
	}
	return nil
}

// write writes the holidays of all the years.
func (q *holidayQuestion) write(w io.Writer) error {
	buffered := bufio.NewWriter(w)
	table := csv.NewWriter(buffered)
	json := q.format.name == formatJSON
	if !json {
		table.Write([]string{"date", "name", "actual"})
	}
	for year := q.from; year <= q.to; year++ {
		holidays, err := q.region.Holidays(year)
		if err != nil {
			return err
		}
		for _, h := range holidays {
			if json {
				buffered.Write(appendHoliday(buffered.AvailableBuffer(), h))
			} else {
				table.Write([]string{h.Date.String(), h.Name, h.Actual.String()})
			}
		}
	}
	table.Flush()
	return buffered.Flush() // returns the first error of all writes
}

// appendHoliday appends a holiday as a line of JSON.
func appendHoliday(b []byte, h calendar.Holiday) []byte {
	b = strictjson.AppendString(append(b, `{"date":`...), h.Date.String())
	b = strictjson.AppendString(append(b, `,"name":`...), h.Name)
	b = strictjson.AppendString(append(b, `,"actual":`...), h.Actual.String())
	return append(b, "}\n"...)
}
