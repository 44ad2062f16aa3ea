package calendar

import (
	_ "embed"
	"encoding/binary"
	"strconv"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// TZVersion is the release of the tz database that the package embeds. All named zones
// come from it, whatever the machine has installed.
const TZVersion = "2025c"

// zoneinfo is the tz database as Go distributes it: lib/time/zoneinfo.zip, a
// zip file whose entries are stored without compression.
//
//go:embed zoneinfo.zip
var zoneinfo string

// Zone returns a zone by its name in the tz database, such as "Europe/Berlin" or "UTC",
// or by its fixed offset from UTC, such as "+08:00". Names are matched exactly; the
// empty name and "Local" are not zones. Offsets are -23:59 to +23:59. The error is a
// [*ZoneError].
func Zone(name string) (*time.Location, error) {
	if name == "UTC" {
		return time.UTC, nil
	}
	if isOffset(name) {
		return fixedZone(name)
	}
	data, ok := zoneData(name)
	if !ok {
		return nil, &ZoneError{Name: name}
	}
	loc, err := time.LoadLocationFromTZData(name, []byte(data))
	if err != nil {
		return nil, &ZoneError{Name: name}
	}
	return loc, nil
}

// fixedZone returns the zone of an offset written ±HH:MM.
func fixedZone(name string) (*time.Location, error) {
	hours, ok1 := digits(name, 1, 3)
	minutes, ok2 := digits(name, 4, 6)
	if len(name) != len("+00:00") || name[3] != ':' || !ok1 || !ok2 || hours > 23 || minutes > 59 {
		return nil, &ZoneError{Name: name}
	}
	seconds := hours*3600 + minutes*60
	if seconds == 0 {
		return time.UTC, nil
	}
	if name[0] == '-' {
		seconds = -seconds
	}
	return time.FixedZone(name, seconds), nil
}

// A ZoneError says that a name is neither a zone of the embedded tz database nor an
// offset. It is an [ErrZone]. The zero ZoneError is that of the empty name.
type ZoneError struct {
	Name string
}

// Error quotes the name, cut to forty characters if it is long, and says what would be
// valid.
func (e *ZoneError) Error() string {
	return "calendar: zone " + strconv.Quote(strictjson.Shorten(e.Name)) + " " + e.why()
}

// why says what would be valid, in the words that follow the name.
func (e *ZoneError) why() string {
	if isOffset(e.Name) {
		return whyOffset
	}
	return "is not in tz database " + TZVersion + "; write a name such as Europe/Berlin or UTC, or an offset such as +08:00"
}

// isOffset reports whether a name is meant as an offset: no zone's begins like one.
func isOffset(name string) bool { return strings.HasPrefix(name, "+") || strings.HasPrefix(name, "-") }

// Is reports whether target is [ErrZone].
func (e *ZoneError) Is(target error) bool { return target == ErrZone }

// Sizes and places of the zip format that zoneData reads: PKWARE's APPNOTE,
// sections 4.3.7, 4.3.12 and 4.3.16.
const (
	zipEndSize    = 22 // end of central directory, without a comment
	zipEntrySize  = 46 // central directory header, without its name
	zipHeaderSize = 30 // local file header, without its name
)

// zoneData returns the entry called name of the embedded zip file. It walks the
// central directory in place: archive/zip would build 600 entries to find one,
// and take longer than all the rest of making a calendar.
func zoneData(name string) (data string, ok bool) {
	if len(zoneinfo) < zipEndSize {
		return "", false
	}
	end := zoneinfo[len(zoneinfo)-zipEndSize:]
	entries := int(le16(end[10:]))
	dir := zoneinfo[le32(end[16:]):]
	for range entries {
		size := le32(dir[24:])
		nameLen, extraLen, commentLen := le16(dir[28:]), le16(dir[30:]), le16(dir[32:])
		if dir[zipEntrySize:zipEntrySize+int(nameLen)] == name && size > 0 {
			header := zoneinfo[le32(dir[42:]):]
			start := zipHeaderSize + int(le16(header[26:])) + int(le16(header[28:]))
			return header[start : start+int(size)], true
		}
		dir = dir[zipEntrySize+int(nameLen)+int(extraLen)+int(commentLen):]
	}
	return "", false
}

func le16(s string) uint16 { return binary.LittleEndian.Uint16([]byte(s[:2])) }
func le32(s string) uint32 { return binary.LittleEndian.Uint32([]byte(s[:4])) }
