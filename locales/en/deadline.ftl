### The last day of a service, such as that to register for an election.
### $name is what ends: the elections on 6 May 2027. $when, $end and $counted are days with times, written out

# On the start page and above "Accept and send", after the last day, to who came or began before it
deadline-still = The last day has passed, but you began in time. Send your answers and they count for { $name }.
# On the confirmation
deadline-was-in-time = You were in time for { $name }.
deadline-was-late = You were too late for { $name }. The last day was { $when }.
# On the status page and to staff
deadline-row = Last day
deadline-in-time = In time
deadline-late = Too late
deadline-staff-in-time = In time: { $counted } counts, the last minute was { $end }
deadline-staff-late = Too late: { $counted } counts, the last minute was { $end }
